package dev.caravan.simulator.world;

/// Something wrong with a world.
///
/// @param file the file's path, relative to the world's folder or as it was given
/// @param line the line, from 1; 0 where the whole file is meant
/// @param message what is wrong, in a sentence without the place
public record Problem(String file, int line, String message) {

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + message : file + ": " + message;
    }
}
