/// Reports: what a host answered while it was examined, written so that it answers the same again.
@NullMarked
package dev.unhang.diagnose.report;

import org.jspecify.annotations.NullMarked;
