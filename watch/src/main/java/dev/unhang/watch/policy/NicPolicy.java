package dev.unhang.watch.policy;

/// What the watch may do about one NIC.
///
/// @param recoveriesAnHour how many recoveries it may begin within any hour, 0 to
///   [#MOST_RECOVERIES]; beyond that it only alerts
public record NicPolicy(
    RecoverRule recover, PreventRule prevent, RebootRule reboot, int recoveriesAnHour) {
  /// A NIC that hangs oftener is not cured by resets.
  public static final int MOST_RECOVERIES = 20;

  /// Where no file says otherwise: what loses no interface, and nothing that outlasts the boot.
  public static final NicPolicy USUAL =
      new NicPolicy(RecoverRule.MILD, PreventRule.LIVE, RebootRule.NEVER, 3);

  public NicPolicy {
    if (recoveriesAnHour < 0 || recoveriesAnHour > MOST_RECOVERIES) {
      throw new IllegalArgumentException(recoveriesAnHour + " recoveries an hour");
    }
  }
}
