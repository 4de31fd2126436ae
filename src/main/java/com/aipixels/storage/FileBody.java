package com.aipixels.storage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The bytes of a file from `start` to before `end`. Tomcat lets the kernel send them where the
/// connection allows it.
record FileBody(Path path, long start, long end) {

  /// Below this the kernel saves less than it costs to ask; Tomcat's own files have the same limit.
  private static final long WORTH_SENDING = 48 * 1024;

  private static final String SENDFILE = "org.apache.tomcat.sendfile.";

  void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean supported = Boolean.TRUE.equals(request.getAttribute(SENDFILE + "support"));
    if (supported && end - start >= WORTH_SENDING) {
      request.setAttribute(SENDFILE + "filename", path.toAbsolutePath().toString());
      request.setAttribute(SENDFILE + "start", start);
      request.setAttribute(SENDFILE + "end", end);
    } else {
      copy(Channels.newChannel(response.getOutputStream()));
    }
  }

  private void copy(WritableByteChannel out) throws IOException {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      long at = start;
      while (at < end) {
        at += file.transferTo(at, end - at, out);
      }
    }
  }
}
