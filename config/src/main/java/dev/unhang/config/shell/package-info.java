/// Files of shell variables, as /etc/sysconfig and /etc/default have them.
@NullMarked
package dev.unhang.config.shell;

import org.jspecify.annotations.NullMarked;
