# nothing

import a
import b
