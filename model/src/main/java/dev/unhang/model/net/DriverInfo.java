package dev.unhang.model.net;

/// Which driver runs a NIC.
///
/// @param driver `e1000e`
/// @param version of the driver; a kernel release for in-tree drivers
/// @param firmware the NVM's version, as the driver formats it; may be empty
/// @param busInfo the PCI address for PCI devices; may be empty
///
///   Kernel: include/uapi/linux/ethtool.h, struct ethtool_drvinfo
public record DriverInfo(String driver, String version, String firmware, String busInfo) {}
