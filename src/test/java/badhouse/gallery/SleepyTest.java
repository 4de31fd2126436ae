package badhouse.gallery;

/// Hopes that a while is enough.
class SleepyTest {

  void waits() throws InterruptedException {
    Thread.sleep(1);
  }
}
