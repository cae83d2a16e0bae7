#!/usr/bin/env node
/*!
 * Lizenz: MIT, © Müller
 */
import fs from "node:fs";
import { run } from "./run.js";

const x = 1;
console.log("😀", x)
run(x);