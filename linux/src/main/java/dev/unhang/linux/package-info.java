/// The live machine behind the ports of the model: the only module that touches one.
@NullMarked
package dev.unhang.linux;

import org.jspecify.annotations.NullMarked;
