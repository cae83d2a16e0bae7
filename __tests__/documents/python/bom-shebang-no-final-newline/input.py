#!/usr/bin/env python
# -*- coding: utf-8 -*-
# Lizenz: MIT, © Müller
x = 1
print("ü😀", x)