/// One scenario a file; `Scenarios` lists them.
@NullMarked
package dev.unhang.lab.scenario;

import org.jspecify.annotations.NullMarked;
