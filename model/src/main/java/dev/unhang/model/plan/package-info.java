/// What would be done, in which order, at what risk, and how it is rolled back.
@NullMarked
package dev.unhang.model.plan;

import org.jspecify.annotations.NullMarked;
