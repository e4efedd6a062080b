/// Which hosts a person means: lists, inventories of Ansible, members of a cluster. Start reading
/// at [dev.unhang.fleet.inventory.Inventories].
@NullMarked
package dev.unhang.fleet.inventory;

import org.jspecify.annotations.NullMarked;
