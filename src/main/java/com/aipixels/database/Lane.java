package com.aipixels.database;

/// What a thread wants of the database. Each lane has connections of its own, so that a crowd in
/// one holds up nobody in another.
public enum Lane {

  /// Requests that only look.
  READS,

  /// Requests that change something, and may have to wait for each other.
  WRITES,

  /// What goes on behind the requests; whatever is not done in any other lane.
  WORK,

  /// What others tell us, who send it again where we do not take it.
  WEBHOOKS,

  /// Short things that must go on whatever the others do: keeping what is ours, hearing who asks.
  VITAL;

  private static final ScopedValue<Lane> CURRENT = ScopedValue.newInstance();

  static Lane current() {
    return CURRENT.orElse(WORK);
  }

  /// Does this in the lane, as far as it is done by this thread.
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  /// Does this in the lane, as far as it is done by this thread.
  public <T, X extends Throwable> T call(ScopedValue.CallableOp<? extends T, X> work) throws X {
    return ScopedValue.where(CURRENT, this).call(work);
  }
}
