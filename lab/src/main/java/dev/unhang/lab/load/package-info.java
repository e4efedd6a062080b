/// Traffic through the network card: a real iperf3 on both ends.
@NullMarked
package dev.unhang.lab.load;

import org.jspecify.annotations.NullMarked;
