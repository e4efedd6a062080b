/// One NIC, as rules and remedies see it: its log, its facts, and how to cite them.
@NullMarked
package dev.unhang.findings.nic;

import org.jspecify.annotations.NullMarked;
