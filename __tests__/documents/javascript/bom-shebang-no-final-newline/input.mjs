#!/usr/bin/env node
/*!
 * Lizenz: MIT, © Müller
 */
const x = 1;
console.log("😀", x)