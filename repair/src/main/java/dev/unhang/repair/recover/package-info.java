/// The recovery ladder: what brings a NIC back that hangs, mildest first, one rung a file. Each
/// rung is proved before the next is tried.
@NullMarked
package dev.unhang.repair.recover;

import org.jspecify.annotations.NullMarked;
