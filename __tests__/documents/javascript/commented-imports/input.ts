/**
 * Entry.
 */

// eslint-disable-next-line import/order
import b from 'b'; // b
/* c is last */
import z from 'z';
import type { T } from 'zz';

b(z);
