package dev.caravan.simulator;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(proxyBeanMethods = false)
class SimulatorApplication {}
