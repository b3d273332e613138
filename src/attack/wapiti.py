"""Starts wapiti; the one that Debian 12 ships writes a pattern for -x that its own Python no longer takes."""

import fnmatch
import re
import sys

from wapitiCore.main.wapiti import wapiti_main
from wapitiCore.net import crawler

crawler.wildcard_translate = lambda pattern: re.compile(fnmatch.translate(pattern))
sys.exit(wapiti_main())
