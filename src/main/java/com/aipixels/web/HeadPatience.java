package com.aipixels.web;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// HTTP/1.1 for those in earnest. The server by itself waits for the next byte only: whoever sends
/// one in time may go on with the head of a request for ever, and each holds some 60 kB. Here a
/// head has ten seconds as a whole; and once half of the connections are taken it has two, and so
/// has who was answered and asks for nothing more. It is public because the server makes it by its
/// name.
public final class HeadPatience extends Http11NioProtocol {

  private static final Logger log = LoggerFactory.getLogger(HeadPatience.class);

  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Duration IN_A_CROWD = Duration.ofSeconds(2);
  private static final long NOT_BEGUN = -1;

  private int usualKeepAlive;
  private volatile boolean crowded;
  private @Nullable ScheduledFuture<?> looking;

  @Override
  public void start() throws Exception {
    super.start();
    usualKeepAlive = getKeepAliveTimeout();
    looking =
        getUtilityExecutor()
            .scheduleWithFixedDelay(
                this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() throws Exception {
    if (looking != null) {
      looking.cancel(false);
    }
    super.stop();
  }

  /// How long somebody who sends slowly is waited for at the moment.
  Duration patience() {
    return crowded ? IN_A_CROWD : PATIENT;
  }

  /// What has failed once would not be run again.
  private void look() {
    try {
      closeLate();
    } catch (RuntimeException e) {
      log.warn("Could not look who is late", e);
    }
  }

  private void closeLate() {
    Set<SocketWrapperBase<NioChannel>> connections = getEndpoint().getConnections();
    crowded = connections.size() > getMaxConnections() / 2;
    setKeepAliveTimeout(crowded ? (int) IN_A_CROWD.toMillis() : usualKeepAlive);
    long latest = System.nanoTime() - patience().toNanos();
    for (SocketWrapperBase<NioChannel> connection : connections) {
      // Nobody has one who is being served, or asks for nothing.
      if (connection.getCurrentProcessor() instanceof Processor processor
          && hasHeadFromBefore(latest, processor)) {
        getEndpoint().processSocket(connection, SocketEvent.ERROR, true);
      }
    }
  }

  /// Whether a request was begun before this time of which the head is not whole yet.
  private static boolean hasHeadFromBefore(long time, Processor processor) {
    Request request = processor.getRequest();
    return request != null
        && !processor.isAsync()
        && !request.getResponse().isCommitted()
        && request.getStartTimeNanos() != NOT_BEGUN
        && request.getStartTimeNanos() - time < 0;
  }
}
