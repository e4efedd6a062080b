/// Links and addresses, as the kernel's routing part lists them: a command a file.
@NullMarked
package dev.unhang.linux.rtnetlink;

import org.jspecify.annotations.NullMarked;
