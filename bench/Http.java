import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/// One kept-alive connection to a service on this machine. A client that costs next to nothing: on
/// two cores whatever it took would be missing to the service.
final class Http implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 60_000;

  private final int port;
  private final byte[] in = new byte[1 << 16];
  private int from;
  private int to;
  private byte[] body = new byte[1 << 16];
  private int length;
  private String head = "";
  private Socket socket;

  Http(int port) {
    this.port = port;
  }

  /// The status; what else the answer was can be asked until the next request.
  int get(String path, String token) throws IOException {
    return send("GET", path, token, null);
  }

  int send(String method, String path, String token, String json) throws IOException {
    byte[] content = json == null ? new byte[0] : json.getBytes(StandardCharsets.UTF_8);
    StringBuilder request =
        new StringBuilder(method).append(' ').append(path).append(" HTTP/1.1\r\n");
    request.append("Host: 127.0.0.1:").append(port).append("\r\n");
    if (token != null) {
      request.append("Authorization: Bearer ").append(token).append("\r\n");
    }
    if (json != null) {
      request.append("Content-Type: application/json\r\n");
    }
    if (!method.equals("GET")) {
      request.append("Content-Length: ").append(content.length).append("\r\n");
    }
    byte[] first = request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] bytes = Arrays.copyOf(first, first.length + content.length);
    System.arraycopy(content, 0, bytes, first.length, content.length);
    boolean fresh = socket == null;
    try {
      return exchange(bytes);
    } catch (IOException e) {
      close();
      if (fresh || !method.equals("GET")) {
        throw e;
      }
      return exchange(bytes);
    }
  }

  String body() {
    return new String(body, 0, length, StandardCharsets.UTF_8);
  }

  String head() {
    return head;
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      // closed all the same
    }
    socket = null;
  }

  private int exchange(byte[] request) throws IOException {
    if (socket == null) {
      socket = new Socket();
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
      from = 0;
      to = 0;
    }
    OutputStream out = socket.getOutputStream();
    out.write(request);
    out.flush();
    readHead();
    int status = Integer.parseInt(head.substring(9, 12));
    length = 0;
    String lower = head.toLowerCase(Locale.ROOT);
    if (lower.contains("transfer-encoding: chunked")) {
      readChunks();
    } else if (status != 204 && status != 304) {
      int at = lower.indexOf("content-length:");
      if (at >= 0) {
        readBody(Integer.parseInt(lower.substring(at + 15, lower.indexOf("\r\n", at)).strip()));
      }
    }
    if (lower.contains("connection: close")) {
      close();
    }
    return status;
  }

  private void readHead() throws IOException {
    StringBuilder text = new StringBuilder(512);
    int state = 0;
    while (state < 4) {
      int b = read();
      text.append((char) b);
      state = b == (state % 2 == 0 ? '\r' : '\n') ? state + 1 : b == '\r' ? 1 : 0;
    }
    head = text.toString();
  }

  private void readChunks() throws IOException {
    while (true) {
      StringBuilder size = new StringBuilder();
      for (int b = read(); b != '\r'; b = read()) {
        size.append((char) b);
      }
      read();
      int bytes = Integer.parseInt(size.toString().strip(), 16);
      readBody(bytes);
      read();
      read();
      if (bytes == 0) {
        return;
      }
    }
  }

  private void readBody(int bytes) throws IOException {
    if (length + bytes > body.length) {
      body = Arrays.copyOf(body, Math.max(body.length * 2, length + bytes));
    }
    int missing = bytes;
    while (missing > 0) {
      if (from == to) {
        fill();
      }
      int taken = Math.min(missing, to - from);
      System.arraycopy(in, from, body, length, taken);
      from += taken;
      length += taken;
      missing -= taken;
    }
  }

  private int read() throws IOException {
    if (from == to) {
      fill();
    }
    return in[from++];
  }

  private void fill() throws IOException {
    InputStream stream = socket.getInputStream();
    from = 0;
    to = Math.max(0, stream.read(in));
    if (to == 0) {
      throw new EOFException("The service closed the connection");
    }
  }
}
