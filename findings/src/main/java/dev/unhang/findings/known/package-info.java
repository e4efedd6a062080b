/// Tables of what is known of drivers, chips and kernels: data, each line of which names its
/// source.
@NullMarked
package dev.unhang.findings.known;

import org.jspecify.annotations.NullMarked;
