package dev.caravan.launcher.demo;

import picocli.CommandLine.ITypeConverter;

final class FaultWishConverter implements ITypeConverter<FaultWish> {

    @Override
    public FaultWish convert(String text) {
        return FaultWish.parse(text);
    }
}
