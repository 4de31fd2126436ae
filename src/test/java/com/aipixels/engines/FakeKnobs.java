package com.aipixels.engines;

import java.util.ArrayList;
import java.util.List;

/// What `POST /_control` can turn; every field may be left out. Times are milliseconds.
final class FakeKnobs {

  /// Misbehaviours for every request, and `once-…` ones for the next request only.
  public volatile List<String> words = new ArrayList<>();

  public volatile long startingMs = 0;
  public volatile long processingMs = 0;

  /// Where this is more, each prediction takes something between the two.
  public volatile long processingMaxMs = 0;

  /// Each answer of the API waits for something between these.
  public volatile long latencyMinMs = 0;

  public volatile long latencyMaxMs = 0;

  /// After this, input, output and files are removed.
  public volatile long retentionMs = 3_600_000;

  /// Where files are said to be, such as `http://127.0.0.1:9000`; empty for the file host itself.
  public volatile String deliveryUrl = "";

  public volatile int pageSize = 100;

  /// The list of predictions leaves out their webhooks.
  public volatile boolean listWithoutWebhooks = false;

  /// Pictures are drawn with their sides divided by this.
  public volatile int pictureScale = 1;

  public volatile int webhookCopies = 1;
  public volatile long webhookDelayMs = 0;
  public volatile boolean webhookForged = false;

  /// An older `processing` event follows the `completed` one.
  public volatile boolean webhookReordered = false;
}
