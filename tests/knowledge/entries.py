"""An entry of one's own."""

EXAMPLES = 'examples = [{ text = "2023年，路桥区税收收入膨大5%。", span = "5%", measure = "growth" }]'
WORD = f"""
[[word]]
class = "growth_verb"
id = "swell"
surfaces = ["膨大"]
direction = "up"
{EXAMPLES}
"""
