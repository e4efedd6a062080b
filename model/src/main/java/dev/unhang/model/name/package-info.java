/// Names as the kernel spells them: interfaces, PCI addresses, boots, and our own stable ids.
@NullMarked
package dev.unhang.model.name;

import org.jspecify.annotations.NullMarked;
