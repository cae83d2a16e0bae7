import { load, mark } from '../../lib/documents/python.ts';

beforeAll(load);

test('each statement of a module is marked, behind its head or its end, once', () => {
  const text = `"""What it is."""

import os  # of Python
from typing import (
    TYPE_CHECKING,
)

if TYPE_CHECKING:
    from a import b

page = """
if x:
"""


@decorated
def f() -> None:
    return None


class C:
    x = 1
`;
  const marked = mark(text, { comment: '# no' });
  expect(marked).toBe(`"""What it is."""

import os  # of Python  # no
from typing import (
    TYPE_CHECKING,
)  # no

if TYPE_CHECKING:  # no
    from a import b

page = """
if x:
"""  # no


@decorated  # no
def f() -> None:
    return None


class C:  # no
    x = 1
`);
  expect(mark(marked, { comment: '# no' })).toBe(marked);
});
