package com.aipixels.storage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.web.context.request.ServletWebRequest;

/// Answers a GET or HEAD with a stored object: all of it, one range of it, or "not modified".
/// Whether the caller may have it, and how long it may be kept, is decided before.
public final class FileAnswer {

  private final StoredObject file;
  private final String mediaType;
  private final String etag;

  public FileAnswer(StoredObject file, String mediaType) {
    this.file = file;
    this.mediaType = mediaType;
    this.etag = '"' + file.key().value() + '"';
  }

  public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    // A file opened on its own must never run as a page of this site, whatever it holds.
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (!new ServletWebRequest(request, response).checkNotModified(etag)) {
      sendBytes(request, response);
    }
  }

  private void sendBytes(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<HttpRange> ranges = ranges(request);
    long start = 0;
    long end = file.length();
    if (ranges.size() == 1) {
      start = ranges.getFirst().getRangeStart(file.length());
      end = ranges.getFirst().getRangeEnd(file.length()) + 1;
      if (start >= end) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.length());
        response.sendError(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        return;
      }
      response.setHeader(
          HttpHeaders.CONTENT_RANGE, "bytes " + start + "-" + (end - 1) + "/" + file.length());
      response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
    }
    response.setContentType(mediaType);
    response.setContentLengthLong(end - start);
    if (request.getMethod().equals("GET")) {
      new FileBody(file.path(), start, end).write(request, response);
    }
  }

  /// A range that is malformed, or meant for another version of the file, is as good as none.
  private List<HttpRange> ranges(HttpServletRequest request) {
    String condition = request.getHeader(HttpHeaders.IF_RANGE);
    boolean applies = condition == null || condition.equals(etag);
    if (!applies || !request.getMethod().equals("GET")) {
      return List.of();
    }
    try {
      return HttpRange.parseRanges(request.getHeader(HttpHeaders.RANGE));
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }
}
