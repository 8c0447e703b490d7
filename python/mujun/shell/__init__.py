"""The command `mujun`."""
