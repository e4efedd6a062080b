/// What a NIC is, how it is set and what it counts: facts of a survey, each as the kernel told it.
@NullMarked
package dev.unhang.model.nic;

import org.jspecify.annotations.NullMarked;
