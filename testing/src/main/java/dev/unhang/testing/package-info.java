/// Logs of testdata, as the tests of several modules read them.
@NullMarked
package dev.unhang.testing;

import org.jspecify.annotations.NullMarked;
