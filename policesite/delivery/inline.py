"""The two scripts that stand inside the page itself, and the hashes by which the Content-Security-Policy lets them run.

Everything else that a page runs comes from a file of its own. No Django in here: the settings ask for the hashes.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[2] / "static" / "js"
HEAD_SCRIPTS = ("quick-exit.js", "consent-head.js")

# A comment, or a string or pattern that may hold something that looks like one.
_TOKENS = re.compile(r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|/\*.*?\*/|//[^\n]*""", re.DOTALL)


@cache
def source(name: str) -> str:
    """The script as it stands in the page: the file without its comments, indentation and empty lines."""
    bare = _TOKENS.sub(lambda match: match[1] or "", Path(f"{SCRIPTS}/{name}").read_text(encoding="utf-8"))
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip())


def csp_hash(name: str) -> str:
    """The source expression of CSP level 2 that allows exactly this script inline."""
    digest = hashlib.sha256(source(name).encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
