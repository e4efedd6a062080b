/// How a NIC is set, now and at boot, and who keeps the setting.
@NullMarked
package dev.unhang.model.setting;

import org.jspecify.annotations.NullMarked;
