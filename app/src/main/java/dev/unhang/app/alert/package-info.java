/// Alerts on their way: kept in files until they are sent, and the channels they go out by.
@NullMarked
package dev.unhang.app.alert;

import org.jspecify.annotations.NullMarked;
