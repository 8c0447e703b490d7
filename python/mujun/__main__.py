"""`python -m mujun`."""

from mujun.shell.app import main

main()
