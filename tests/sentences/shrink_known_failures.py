"""Takes off known_failures.txt what is read right now; it never puts a sentence on."""

import sys

import test_sentences


def main() -> None:
    """Read every sentence on the list again, and write down those that are still misread."""
    misread = {
        name: wrong
        for name in sorted(test_sentences.KNOWN)
        if (wrong := test_sentences.complaints(test_sentences.SENTENCES[name]))
    }
    for name, wrong in misread.items():
        sys.stdout.write("\n  ".join([f"{name}: {test_sentences.SENTENCES[name]['text']}", *wrong]) + "\n")
    sys.stdout.write(f"{len(misread)} of {len(test_sentences.KNOWN)} are still misread\n")
    test_sentences.LIST.write_text("".join(f"{name}\n" for name in misread), encoding="utf-8")


if __name__ == "__main__":
    main()
