/// The record of changes as files, and the lock that keeps a second writer out.
@NullMarked
package dev.unhang.linux.ledger;

import org.jspecify.annotations.NullMarked;
