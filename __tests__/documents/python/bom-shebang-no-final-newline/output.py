#!/usr/bin/env python
# -*- coding: utf-8 -*-
# Lizenz: MIT, © Müller
import sys

from a import b

x = 1
print("ü😀", x)
b(x)