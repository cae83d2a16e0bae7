/**
 * Entry.
 */

import a from 'a';
// eslint-disable-next-line import/order
import b from 'b'; // b
import c from 'c';
/* c is last */
import z from 'z';
import type { T } from 'zz';
import { zzz } from 'zzz';

b(z);
