/// What a PCI function's numbers and bytes mean: names, chips, its configuration space.
@NullMarked
package dev.unhang.hosts.pci;

import org.jspecify.annotations.NullMarked;
