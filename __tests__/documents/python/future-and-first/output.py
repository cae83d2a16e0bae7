"""Doc."""

from __future__ import annotations

import gevent.monkey
import imagine_env

import os
import sys
from os import environ
from typing import Any

import django
