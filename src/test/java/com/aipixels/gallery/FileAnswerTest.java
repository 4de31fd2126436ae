package com.aipixels.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aipixels.storage.FileAnswer;
import com.aipixels.storage.ObjectKey;
import com.aipixels.storage.ObjectStore;
import com.aipixels.storage.Stores;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Over a real Tomcat, since half of the work is left to it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FileAnswerTest {

  private static final String BIG = "abcdef.png";
  private static final String SMALL = "abcdef.320.webp";

  private final HttpClient client = HttpClient.newHttpClient();
  private final Tomcat tomcat = new Tomcat();
  private final byte[] big = new byte[200_000];
  private final byte[] small = new byte[1_000];

  @BeforeAll
  void serve(@TempDir Path folder) throws Exception {
    new Random(1).nextBytes(big);
    new Random(2).nextBytes(small);
    var store = Stores.in(folder);
    store.put(new ObjectKey(BIG), big);
    store.put(new ObjectKey(SMALL), small);
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector();
    var context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "files", new Files(store));
    context.addServletMappingDecoded("/*", "files");
    tomcat.start();
  }

  @AfterAll
  void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
    client.close();
  }

  /// What stands before the answer in the real service: a name is looked up, a policy is set.
  private static final class Files extends HttpServlet {

    private static final long serialVersionUID = 1;
    private final transient ObjectStore store;

    Files(ObjectStore store) {
      this.store = store;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      var key = new ObjectKey(request.getPathInfo().substring(1));
      response.setHeader("Cache-Control", "max-age=9");
      new FileAnswer(store.open(key).orElseThrow(), PictureFormat.ofFile(key.value()).mediaType())
          .send(request, response);
      // Too late where the bytes have been written here already.
      response.setHeader(
          "Left-To-Tomcat", "" + request.getAttribute("org.apache.tomcat.sendfile.filename"));
    }
  }

  @ParameterizedTest
  @CsvSource({"abcdef.png, image/png", "abcdef.320.webp, image/webp"})
  void sendsTheWholeFile(String name, String mediaType) throws Exception {
    var answer = get(name);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(bytes(name));
    assertThat(header(answer, "Content-Type")).isEqualTo(mediaType);
    assertThat(header(answer, "Content-Length")).isEqualTo("" + bytes(name).length);
    assertThat(header(answer, "ETag")).isEqualTo('"' + name + '"');
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef.png, bytes=0-0, 0, 1",
    "abcdef.png, bytes=1000-149999, 1000, 150000",
    "abcdef.png, bytes=100-, 100, 200000",
    "abcdef.png, bytes=-100, 199900, 200000",
    "abcdef.png, bytes=-999999, 0, 200000",
    "abcdef.png, bytes=199999-999999, 199999, 200000",
    "abcdef.320.webp, bytes=10-19, 10, 20",
    "abcdef.320.webp, bytes=-1, 999, 1000"
  })
  void sendsOneRange(String name, String range, int start, int end) throws Exception {
    var answer = get(name, "Range", range);

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(bytes(name), start, end));
    assertThat(header(answer, "Content-Range"))
        .isEqualTo("bytes " + start + "-" + (end - 1) + "/" + bytes(name).length);
  }

  @Test
  void leavesBigFilesToTheKernel() throws Exception {
    assertThat(header(get(BIG), "Left-To-Tomcat")).endsWith("/abcdef.png");
    assertThat(get(SMALL).headers().firstValue("Left-To-Tomcat")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=200000-", "bytes=999999-9999999"})
  void refusesARangeBehindTheEnd(String range) throws Exception {
    var answer = get(BIG, "Range", range);

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes */200000");
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,5-6", "bytes=", "bytes=b-a", "bytes=9-1", "pages=1-2", "x"})
  void sendsEverythingWhereTheRangeIsNotASingleOne(String range) throws Exception {
    var answer = get(BIG, "Range", range);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(big);
  }

  @ParameterizedTest
  @CsvSource({"'\"abcdef.png\"', 206", "'\"other.png\"', 200", "'W/\"abcdef.png\"', 200"})
  void obeysIfRange(String condition, int status) throws Exception {
    var answer = get(BIG, "Range", "bytes=0-9", "If-Range", condition);

    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"abcdef.png\"", "W/\"abcdef.png\"", "\"x\", \"abcdef.png\""})
  void sendsNothingToWhomHasIt(String known) throws Exception {
    var answer = get(BIG, "If-None-Match", known);

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(header(answer, "ETag")).isEqualTo("\"abcdef.png\"");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void sendsEverythingToWhomHasAnotherVersion() throws Exception {
    assertThat(get(BIG, "If-None-Match", "\"abcdee.png\"").statusCode()).isEqualTo(200);
  }

  @Test
  void answersHeadWithoutABody() throws Exception {
    var request =
        HttpRequest.newBuilder(uri(BIG))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .header("Range", "bytes=0-9")
            .build();

    var answer = client.send(request, BodyHandlers.ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Length")).isEqualTo("200000");
    assertThat(answer.body()).isEmpty();
  }

  private HttpResponse<byte[]> get(String name, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(uri(name));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofByteArray());
  }

  private URI uri(String name) {
    return URI.create("http://localhost:" + tomcat.getConnector().getLocalPort() + "/" + name);
  }

  private byte[] bytes(String name) {
    return name.equals(BIG) ? big : small;
  }

  private static String header(HttpResponse<byte[]> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
