/// One kind of step a file: what it does, what it risks, how it is rolled back.
@NullMarked
package dev.unhang.repair.step;

import org.jspecify.annotations.NullMarked;
