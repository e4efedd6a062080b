/// What kernel logs tell: events, hang reports, episodes, and the time they are from.
@NullMarked
package dev.unhang.model.log;

import org.jspecify.annotations.NullMarked;
