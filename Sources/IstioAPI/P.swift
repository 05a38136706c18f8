enum IstioAPIPlaceholder {}
