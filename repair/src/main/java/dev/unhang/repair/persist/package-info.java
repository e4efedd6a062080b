/// What keeps a setting across reboots: one backend a file.
@NullMarked
package dev.unhang.repair.persist;

import org.jspecify.annotations.NullMarked;
