/// netplan's YAML, as far as people write it: nested keys, a line each.
@NullMarked
package dev.unhang.config.netplan;

import org.jspecify.annotations.NullMarked;
