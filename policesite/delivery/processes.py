"""Processes that must not outlive the one that started them.

`python -m policesite.delivery.processes PARENT COMMAND …` becomes COMMAND, which the kernel ends when PARENT dies.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # linux/prctl.h


def stop_with(parent: int):
    """Have the kernel send this process SIGTERM when its parent dies, even by kill -9. Linux only; elsewhere nothing."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != parent:  # it died before we asked
            os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    stop_with(int(sys.argv[1]))
    os.execv(sys.argv[2], sys.argv[2:])
