/// The ports: everything unhang asks of a machine or does to it goes through these.
@NullMarked
package dev.unhang.model.host;

import org.jspecify.annotations.NullMarked;
