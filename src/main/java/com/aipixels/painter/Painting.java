package com.aipixels.painter;

import com.aipixels.engines.EngineRequest;
import com.aipixels.look.ColorTone;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request on its way to a picture. The same request always becomes the same pixels.
final class Painting {

  private final Figures figures;
  private final Scene scene;
  private final Hand hand;
  private final Chance chance;
  private final Grade grade;
  private final int width;
  private final int height;

  private Painting(
      Figures figures,
      Scene scene,
      Hand hand,
      @Nullable ColorTone tone,
      Chance chance,
      int width,
      int height) {
    this.figures = figures;
    this.scene = scene;
    this.hand = hand;
    this.grade = Grade.of(tone);
    this.chance = chance;
    this.width = width;
    this.height = height;
  }

  static Painting of(EngineRequest request, Composer composer) {
    Chance chance = new Chance(request.seed()).stream(request.prompt());
    Scene scene =
        composer.compose(
            List.of(request.prompt(), request.englishPrompt()),
            request.negativePrompt(),
            request.category(),
            chance.stream("scene"));
    return new Painting(
        composer.figures(),
        scene,
        Hand.of(request.style()),
        request.colorTone(),
        chance,
        request.width(),
        request.height());
  }

  BufferedImage paint() {
    Stage stage = stage();
    new Sets(stage, figures).build();
    new Ensemble(stage, figures).enter();
    new Weather(stage).paint();
    hand.finish(stage);
    Canvas canvas = stage.canvas();
    return grade.develop(canvas.width == width ? canvas : Shrink.to(width, height, canvas));
  }

  private Stage stage() {
    // Flat tones have hard edges everywhere: those hands paint larger than asked.
    double large = hand.touch().tones() > 0 ? 1.5 : 1;
    Canvas canvas = new Canvas((int) (width * large), (int) (height * large));
    Chance own = chance.stream("stage");
    Mood mood = Mood.of(scene.hour(), scene.overcast(), own);
    double horizon = horizon(own) * canvas.height;
    Light light = light(canvas, mood, own, horizon);
    Brush brush = new Brush(canvas, light, hand.touch(), own.noise());
    return new Stage(canvas, scene, mood, light, brush, chance, horizon);
  }

  private double horizon(Chance own) {
    double somewhere = own.around(0, 0.04);
    return switch (scene.place()) {
      case SEA, LAKE -> 0.55 + somewhere;
      case FIELD, SNOWFIELD, DESERT -> 0.6 + somewhere;
      case FOREST -> 0.64 + somewhere;
      case CITY -> 0.72 + somewhere;
      case HEAVEN, SPACE -> 1.15;
      case ROOM, TABLE, STUDIO -> 0.66;
      case UNDERWATER, ABSTRACT -> 1;
    };
  }

  private Light light(Canvas canvas, Mood mood, Chance own, double horizon) {
    double side = own.odds(0.5) ? 1 : -1;
    double x = 0.5 + side * own.between(0.06, 0.26);
    double y =
        switch (scene.hour()) {
          case DAY -> own.between(0.1, 0.22) * horizon;
          case NIGHT -> own.between(0.16, 0.34) * horizon;
          case SUNSET -> horizon - canvas.height * own.between(0.05, 0.12);
          case DAWN -> horizon - canvas.height * own.between(0.07, 0.16);
        };
    double haze = scene.has(Motif.FOG) ? 1.15 : scene.hour() == Hour.NIGHT ? 0.5 : 0.62;
    return Light.from(x * canvas.width, y, side, mood.key(), mood.ambient(), mood.air(), haze);
  }
}
