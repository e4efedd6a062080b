/// What a NIC is and what it counts: facts of a survey, each as the kernel told it.
@NullMarked
package dev.unhang.model.net;

import org.jspecify.annotations.NullMarked;
